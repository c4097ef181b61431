{{%AUTOESCAPE context="HTML"}}
{{! Nothing to show: TITLE (says why), TEXT (TEXT), ACTION (URL LABEL) (the next act). }}
<div class="empty"><b>{{TITLE}}</b>{{#TEXT}}<p>{{TEXT}}</p>{{/TEXT}}{{#ACTION}}<a class="btn" href="{{URL}}">{{LABEL}}</a>{{/ACTION}}</div>
