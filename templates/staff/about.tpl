{{%AUTOESCAPE context="HTML"}}
{{! VERSION LICENSES (url). }}
<div class="page-head"><div><h1>About Handrail</h1><p class="sub">Version {{VERSION}}</p></div></div>
<div class="stack">
<section class="card" aria-labelledby="own"><header><h2 id="own">This program</h2></header><div class="body"><p>Handrail coordinates the care of a clinic’s patients, so that nothing that was begun is left open. It is free software under the Apache License, version 2.0, and comes without any warranty.</p></div></section>
<section class="card" aria-labelledby="others"><header><h2 id="others">In the browser, by others</h2><a class="more" href="{{LICENSES}}">Full licence texts</a></header>
<div class="scroll"><table class="t list"><caption class="vh">Parts and their licences</caption>
<thead><tr><th scope="col">Part</th><th scope="col">For</th><th scope="col">Licence</th></tr></thead><tbody>
<tr><th scope="row">htmx</th><td>Refreshing parts of a page</td><td>Zero-Clause BSD</td></tr>
<tr><th scope="row">EventCalendar</th><td>The calendar’s day and week</td><td>MIT</td></tr>
<tr><th scope="row">Lucide</th><td>Icons</td><td>ISC</td></tr>
<tr><th scope="row">Public Sans</th><td>Typeface</td><td>SIL Open Font License 1.1</td></tr>
</tbody></table></div></section>
<section class="card" aria-labelledby="server"><header><h2 id="server">On the server, from Debian</h2></header><div class="body"><p>SQLite, ctemplate, FastCGI, libargon2, libsodium, libical, jansson, libunistring and gettext, each under its own licence as installed in <span class="code">/usr/share/doc</span>.</p></div></section>
</div>
