{{%AUTOESCAPE context="HTML"}}
{{! The slip with a visit's check-in code: NAME WHEN CODE FROM HOST, SPANISH (the patient reads it). No birth date: it is the other half of the proof. }}
<p>For <b><bdi>{{NAME}}</bdi></b>, {{WHEN}}</p>
<p class="mt big-code">{{CODE}}</p>
<section class="mt">
<p>At the clinic you can check in with your phone or at the kiosk, from {{FROM}} on.</p>
<ol>
<li>Go to <b>{{HOST}}/check-in</b>, or to the kiosk.</li>
<li>Type the code and your date of birth.</li>
</ol>
</section>
{{#SPANISH}}<section class="mt" lang="es">
<h2>Su código para registrar su llegada</h2>
<p>En la clínica puede registrar su llegada con su teléfono o en el quiosco, desde una hora antes de su visita.</p>
<ol>
<li>Vaya a <b>{{HOST}}/check-in</b> y elija «Español» arriba a la derecha, o vaya al quiosco.</li>
<li>Escriba el código y su fecha de nacimiento.</li>
</ol>
</section>
{{/SPANISH}}<p class="no-print note blue">The code is shown this once and is good until the end of that day. If the slip is lost, make a new one: the old one stops working.</p>
