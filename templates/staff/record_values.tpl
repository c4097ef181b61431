{{%AUTOESCAPE context="HTML"}}
{{! TITLE BACK; TABLE (part), NOTHING (part), CUT. }}
<p class="back"><a href="{{BACK}}">Records</a></p>
<section class="card" aria-labelledby="vals"><header><h2 id="vals">{{TITLE}}</h2>{{#CUT}}<span class="sub">The latest 500</span>{{/CUT}}</header>
{{>TABLE}}{{>NOTHING}}
</section>
