{{%AUTOESCAPE context="HTML"}}
{{! A small picture of columns: ID TITLE WORDS; COLUMN rows (X Y W H). }}
<svg class="bars" width="100%" height="58" role="img" aria-labelledby="{{ID}}-t {{ID}}-d"><title id="{{ID}}-t">{{TITLE}}</title><desc id="{{ID}}-d">{{WORDS}}</desc>
{{#COLUMN}}<rect x="{{X}}%" y="{{Y}}" width="{{W}}%" height="{{H}}"/>{{/COLUMN}}<rect class="g" x="0" y="57" width="100%" height="1"/></svg>
