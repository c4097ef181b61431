{{%AUTOESCAPE context="HTML"}}
{{! A measurement as a curve: LABEL URL LINE (points) WORDS; GRID rows (Y TEXT_Y VALUE); POINT rows (X Y TEXT_Y VALUE MONTH). }}
<section class="card" aria-labelledby="measure"><header><h2 id="measure">{{LABEL}}</h2><a class="more" href="{{URL}}">Table</a></header><div class="body">
<svg class="chart" viewBox="0 0 262 158" role="img" aria-labelledby="measure-t measure-d"><title id="measure-t">{{LABEL}}</title><desc id="measure-d">{{WORDS}}</desc>
{{#GRID}}<path class="g" d="M34,{{Y}}H258" stroke-width="1"/><text x="28" y="{{TEXT_Y}}" text-anchor="end">{{VALUE}}</text>
{{/GRID}}<polyline class="l" points="{{LINE}}"/>
{{#POINT}}<circle class="p" cx="{{X}}" cy="{{Y}}" r="4"/><text class="v" x="{{X}}" y="{{TEXT_Y}}" text-anchor="middle">{{VALUE}}</text><text x="{{X}}" y="150" text-anchor="middle">{{MONTH}}</text>
{{/POINT}}</svg></div></section>
