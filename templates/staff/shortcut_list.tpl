{{%AUTOESCAPE context="HTML"}}
{{! ON, OFF. }}
<div class="page-head"><div><h1>Keyboard shortcuts</h1><p class="sub">{{#ON}}Single keys work while you are not typing in a field. You can <a href="/me">turn them off</a>.{{/ON}}{{#OFF}}You have turned single keys off. <a href="/me">Turn them on</a>.{{/OFF}}</p></div></div>
<section class="card" aria-label="Keys"><div class="body"><dl class="keys">
<dt><kbd>/</kbd></dt><dd>Find a patient</dd>
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Next, previous row</dd>
<dt><kbd>Enter</kbd></dt><dd>Open the row</dd>
<dt><kbd>x</kbd></dt><dd>Select the row</dd>
<dt><kbd>.</kbd></dt><dd>Go to the row’s action</dd>
<dt><kbd>e</kbd></dt><dd>Done</dd>
<dt><kbd>a</kbd></dt><dd>Assign</dd>
<dt><kbd>d</kbd></dt><dd>Due date</dd>
<dt><kbd>c</kbd></dt><dd>Log a call</dd>
<dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>New patient; <kbd>n</kbd> <kbd>a</kbd> appointment, <kbd>n</kbd> <kbd>f</kbd> follow-up</dd>
<dt><kbd>g</kbd> <kbd>t</kbd></dt><dd>Go to Today; <kbd>g</kbd> <kbd>c</kbd> calendar, <kbd>g</kbd> <kbd>f</kbd> flow, <kbd>g</kbd> <kbd>p</kbd> patients, <kbd>g</kbd> <kbd>u</kbd> follow-ups, <kbd>g</kbd> <kbd>i</kbd> insurance</dd>
<dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>Previous, next day, page or tab</dd>
<dt><kbd>Ctrl</kbd> <kbd>Enter</kbd></dt><dd>Save the form</dd>
<dt><kbd>Esc</kbd></dt><dd>Close</dd>
<dt><kbd>?</kbd></dt><dd>The list of keys, on any page</dd>
</dl></div></section>
