{{%AUTOESCAPE context="HTML"}}
{{! SCRIPT of the board. }}
<script src="{{SCRIPT}}" defer></script>
