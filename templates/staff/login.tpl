{{%AUTOESCAPE context="HTML"}}
{{! ERRORS; LOGIN PASSWORD NEXT (fields); LOCKED. }}
<section class="card ask">
{{>ERRORS}}<h1>{{#LOCKED}}Locked{{/LOCKED}}{{#OPEN}}Log in{{/OPEN}}</h1>
{{#LOCKED}}<p>Log in to go on where you were. Somebody else can log in here too.</p>
{{/LOCKED}}<form class="form" method="post" action="/login">
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>LOGIN}}
{{>PASSWORD}}
{{>NEXT}}
<p class="form-actions"><button class="btn primary" type="submit">Log in</button></p>
</form>
<p class="hint mt">Forgotten your password? An administrator of the clinic can give you a new one.</p>
</section>
