{{%AUTOESCAPE context="HTML"}}
{{! The letter with an activation code: NAME CODE UNTIL HOST, SPANISH (the patient reads it). No birth date: it is the other half of the proof. }}
<p>For <b><bdi>{{NAME}}</bdi></b></p>
<p class="mt big-code">{{CODE}}</p>
<section class="mt">
<p>With this code and your date of birth you open your account in the patient portal. It works once, until {{UNTIL}}.</p>
<ol>
<li>Go to <b>{{HOST}}/portal/activate</b></li>
<li>Type the code and your date of birth.</li>
<li>Choose a name and a password.</li>
</ol>
</section>
{{#SPANISH}}<section class="mt" lang="es">
<h2>Su entrada al portal del paciente</h2>
<p>Con este código y su fecha de nacimiento abre su cuenta en el portal del paciente. Sirve una sola vez, durante 14 días.</p>
<ol>
<li>Vaya a <b>{{HOST}}/portal/activate</b> y elija «Español» arriba a la derecha.</li>
<li>Escriba el código y su fecha de nacimiento.</li>
<li>Elija un nombre y una contraseña.</li>
</ol>
</section>
{{/SPANISH}}<p class="no-print note blue">The code is shown this once. If the sheet is lost, print a new one: the old one stops working.</p>
