{{%AUTOESCAPE context="HTML"}}
{{! What day and week load: SHEET VENDOR SCRIPT. }}
<link rel="stylesheet" href="{{SHEET}}">
<script src="{{VENDOR}}" defer></script>
<script src="{{SCRIPT}}" defer></script>
