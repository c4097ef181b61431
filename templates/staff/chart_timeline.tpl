{{%AUTOESCAPE context="HTML"}}
<h2 class="vh">Timeline</h2>
<section class="card" aria-labelledby="line"><header><h2 id="line">What happened</h2></header>
<nav class="queues" aria-label="Kinds">{{#TYPE}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a>
{{/TYPE}}</nav>
{{>LIST}}{{>NOTHING}}
{{#OLDER}}<nav class="pager" aria-label="Pages"><a class="btn sm" rel="next" href="{{URL}}">Older<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a></nav>{{/OLDER}}
</section>
