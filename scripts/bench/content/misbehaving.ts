/** Pages that misbehave, each in a way of its own, as pieces may ([PCE3]); each begins a moment after it was shown. */
const later = (script: string) =>
  `<!doctype html><p>piece</p><script>addEventListener('load',()=>setTimeout(()=>{${script}},500))</script>\n`;

export const misbehavingPages = {
  loop: later('for(;;);'),
  flood: later("setInterval(()=>{for(let n=0;n<20000;n+=1)top.postMessage('x','*');},1)"),
  memory: later(
    'const held=[];setInterval(()=>{for(let n=0;n<10;n+=1)held.push(new Uint8Array(1e7).fill(1));},50)',
  ),
  requests: later(
    'setInterval(()=>{for(let n=0;n<200;n+=1)fetch(`none-${Math.random()}`).catch(()=>0);},1)',
  ),
} as const;

export const stillPage = '<!doctype html><p>piece</p>\n';
