{{%AUTOESCAPE context="HTML"}}
<div class="page-head"><div><h1>Insurance</h1><p class="sub">Coming visits and what is known of their coverage</p></div>
<div class="actions"><span class="seg">{{#SPAN}}<a class="btn" href="{{URL}}"{{#CURRENT}} aria-current="true"{{/CURRENT}}>{{LABEL}}</a>{{/SPAN}}</span></div></div>
<section class="card" aria-labelledby="wl"><h2 class="vh" id="wl">Coming visits</h2>
<nav class="queues" aria-label="Standing">{{#TAB}}<a href="{{URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}} <span class="c">{{N}}</span></a>{{/TAB}}</nav>
{{>EMPTY}}{{#TABLE}}<div class="scroll"><table class="t list fold"><caption class="vh">Coming visits, soonest first</caption>
<thead><tr><th scope="col">Visit</th><th scope="col">Patient</th><th scope="col">Policy</th><th scope="col">Coverage</th><th scope="col"><span class="vh">Action</span></th></tr></thead><tbody>{{/TABLE}}
{{#ROW}}<tr>
<td data-label="Visit"><a href="/appointments/{{VISIT}}"><time datetime="{{ISO}}">{{DAY}} {{TIME}}</time></a> {{ZONE}}<span class="sub">{{WITH}}</span></td>
<td data-label="Patient"><a class="nm" href="/patients/{{PATIENT}}"><bdi>{{NAME}}</bdi></a><span class="sub num">{{BORN}} · {{MRN}}</span></td>
<td data-label="Policy">{{PAYER}}<span class="sub num">{{MEMBER}}</span></td>
<td data-label="Coverage"><span class="tag {{TONE}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#{{ICON}}"></use></svg>{{STANDING}}</span>{{#CHECKED}}<span class="sub">{{TEXT}}</span>{{/CHECKED}}</td>
<td class="act">{{#CHECK}}<a class="btn sm" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#id-card"></use></svg>Check<span class="vh">: {{NAME}}, {{PAYER}}</span></a>{{/CHECK}}{{#ADD}}<a class="btn sm" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#plus"></use></svg>Add<span class="vh"> insurance of {{NAME}}</span></a>{{/ADD}}</td>
</tr>{{/ROW}}
{{#TABLE}}</tbody></table></div>{{/TABLE}}
{{#PAGER}}<nav class="pager" aria-label="Pages"><p>{{SHOWN}} of {{TOTAL}} shown</p>{{#FIRST}}<a class="btn sm" rel="prev" href="{{URL}}"><svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-left"></use></svg>First page</a>{{/FIRST}}{{#NEXT}}<a class="btn sm" rel="next" href="{{URL}}">Next<svg class="i" aria-hidden="true"><use href="{{STATIC_ICONS}}#chevron-right"></use></svg></a>{{/NEXT}}</nav>{{/PAGER}}
</section>
