{{%AUTOESCAPE context="HTML"}}
{{! The search box of the patients' pages; with script it answers while one types, into #results: Q. }}
<form class="card find" role="search" action="/search" method="post" hx-post="/search" hx-target="#results" hx-trigger="submit, input changed delay:250ms from:#find">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="once" value="{{ONCE}}">
<div class="body form"><div class="field"><label for="find">Find a patient</label>
<p class="hint" id="find-hint">Name in any order, date of birth, MRN or phone. Like <b>mar smi</b>, <b>3/14/1961</b>, <b>104-882</b></p>
<div class="line"><input id="find" name="q" type="search" value="{{Q}}" maxlength="120" autocomplete="off" aria-describedby="find-hint"><button class="btn primary" type="submit"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#search"></use></svg>Find</button></div></div></div>
</form>
