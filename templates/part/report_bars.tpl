{{%AUTOESCAPE context="HTML"}}
{{! Bars one under another: ID TITLE WORDS HEIGHT; BAR rows (LABEL VALUE LABEL_Y Y VALUE_Y W). Widths are shares, so that the words keep their size on a phone. }}
<svg class="bars" width="100%" height="{{HEIGHT}}" role="img" aria-labelledby="{{ID}}-t {{ID}}-d"><title id="{{ID}}-t">{{TITLE}}</title><desc id="{{ID}}-d">{{WORDS}}</desc>
{{#BAR}}<text x="0" y="{{LABEL_Y}}">{{LABEL}}</text><rect x="0" y="{{Y}}" width="{{W}}%" height="14" rx="2"/><text class="v" x="{{W}}%" dx="6" y="{{VALUE_Y}}">{{VALUE}}</text>
{{/BAR}}</svg>
