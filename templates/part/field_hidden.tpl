{{%AUTOESCAPE context="HTML"}}
{{! A value that travels unseen: NAME VALUE. }}
<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
