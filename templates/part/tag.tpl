{{%AUTOESCAPE context="HTML"}}
{{! One status: TONE (red amber green blue violet, solid-red or empty = grey) TEXT, ICON (NAME). }}
<span class="tag {{TONE}}">{{#ICON}}<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{NAME}}"></use></svg>{{/ICON}}{{TEXT}}</span>
