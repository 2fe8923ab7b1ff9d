/// What makes a page handier, and nothing that is needed to read it: contents that follow, copy buttons, figures in full
/// size, all rows of the numbers.
enum PageScript {
  static let source = [opening, contents, listings, figures, numbers, scrolling, closing].joined(separator: "\n")

  private static let opening = """
    (function(){
    'use strict';
    var d=document;
    function all(selector,root){return Array.prototype.slice.call((root||d).querySelectorAll(selector))}
    function make(name,text,attributes){var e=d.createElement(name);e.textContent=text||'';for(var k in attributes)e.setAttribute(k,attributes[k]);return e}
    """

  /// Marks the section being read; on narrow pages its title stands in the bar.
  ///
  /// It is the last whose heading stands above a line, a quarter down the window; over the last screen the line sinks to the window's foot,
  /// so that short sections at the end have their turn. At the very end it is the one gone to, if that is in sight.
  private static let contents = """
    var links=all('.toc a'),fold=d.querySelector('.toc details'),now=make('span','',{'class':'now'}),current=null,waits=false;
    var heads=links.map(function(a){return d.getElementById(decodeURIComponent(a.hash.slice(1)))});
    function follow(){
    waits=false;
    var found=-1,way=d.documentElement.scrollHeight-innerHeight,rest=Math.max(0,way-scrollY),last=Math.min(way,innerHeight*.75);
    var line=innerHeight*(.25+.75*(last>0?Math.max(0,1-rest/last):0));
    heads.forEach(function(h,i){
    var top=h?h.getBoundingClientRect().top:line;
    if(top<line&&(found<0||rest>2||links[found].hash!==location.hash||heads[found].getBoundingClientRect().top<0))found=i;
    });
    if(links[found]===current)return;
    if(current)current.removeAttribute('aria-current');
    current=links[found]||null;
    now.textContent=current?' \\u00b7 '+all(':scope>span',current).map(function(e){return e.textContent}).join(' ').trim():'';
    if(!current)return;
    current.setAttribute('aria-current','location');
    var box=d.querySelector('.toc'),at=current.getBoundingClientRect(),inside=box.getBoundingClientRect();
    if(innerWidth>=960&&(at.bottom>inside.bottom||at.top<inside.top))box.scrollTop+=at.top-inside.top-inside.height/3;
    }
    function later(){if(!waits){waits=true;requestAnimationFrame(follow)}}
    if(fold){
    fold.firstElementChild.appendChild(now);
    addEventListener('scroll',later,{passive:true});
    addEventListener('resize',later);
    links.forEach(function(a){a.addEventListener('click',function(){fold.open=false})});
    fold.addEventListener('keydown',function(e){if(e.key==='Escape'){fold.open=false;fold.firstElementChild.focus()}});
    follow();
    }
    """

  private static let listings = """
    function copy(text,button){
    function done(){button.textContent='Copied';setTimeout(function(){button.textContent='Copy'},1500)}
    function byHand(){var t=make('textarea',text);d.body.appendChild(t);t.select();try{if(d.execCommand('copy'))done()}finally{t.remove()}}
    if(navigator.clipboard)navigator.clipboard.writeText(text).then(done,byHand);else byHand();
    }
    all('.listing').forEach(function(box){
    var button=make('button','Copy',{type:'button','aria-label':'Copy this listing'});
    button.addEventListener('click',function(){copy(box.firstElementChild.textContent,button)});
    box.appendChild(button);
    });
    """

  /// The drawing itself moves into the dialog and back, so that its ids stay unique and what reacts to the pointer still does.
  /// It fills the dialog, but is never smaller than drawn: a phone scrolls over it.
  private static let figures = """
    all('.plot').forEach(function(plot){
    var drawing=plot.querySelector('svg,img'),name=plot.getAttribute('data-name')||'Figure';
    if(!drawing||!window.HTMLDialogElement)return;
    var button=make('button','',{type:'button','aria-label':'Enlarge '+name,'aria-haspopup':'dialog'});
    button.innerHTML='<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 2h4v4M14 2L9 7M6 14H2v-4M2 14l5-5"/></svg>';
    function open(){
    var box=drawing.getBoundingClientRect(),ratio=box.height/box.width,drawn=drawing.naturalWidth||drawing.viewBox&&drawing.viewBox.baseVal.width*4/3||box.width;
    var dialog=make('dialog','',{'class':'zoom','aria-label':name}),head=make('header'),view=make('div','',{'class':'view'}),close=make('button','Close',{type:'button'}),gap=make('div');
    function fit(){drawing.style.width=Math.max(drawn,Math.min(view.clientWidth-32,(view.clientHeight-32)/ratio))+'px'}
    head.appendChild(make('span',name));
    head.appendChild(close);
    dialog.appendChild(head);
    dialog.appendChild(view);
    gap.style.height=plot.offsetHeight+'px';
    plot.parentNode.insertBefore(gap,plot);
    view.appendChild(plot);
    close.addEventListener('click',function(){dialog.close()});
    dialog.addEventListener('click',function(e){if(e.target===dialog)dialog.close()});
    dialog.addEventListener('close',function(){
    removeEventListener('resize',fit);
    drawing.style.width='';
    gap.parentNode.replaceChild(plot,gap);
    dialog.remove();
    button.focus({preventScroll:true});
    });
    d.body.appendChild(dialog);
    dialog.showModal();
    fit();
    addEventListener('resize',fit);
    if(view.scrollWidth>view.clientWidth||view.scrollHeight>view.clientHeight)view.setAttribute('tabindex','0');
    close.focus();
    }
    drawing.classList.add('zoom-in');
    drawing.addEventListener('click',function(e){if(!plot.closest('dialog')&&!e.target.closest('[role=button]')&&String(getSelection()).length===0)open()});
    button.addEventListener('click',open);
    plot.appendChild(button);
    });
    """

  /// Fills in the rows that the page leaves to the CSV file, when somebody looks.
  private static let numbers = """
    function cells(line){
    var out=[],cell='',quoted=false;
    for(var i=0;i<line.length;i++){
    var c=line[i];
    if(quoted){if(c==='"'&&line[i+1]==='"'){cell+='"';i++}else if(c==='"')quoted=false;else cell+=c}
    else if(c==='"')quoted=true;else if(c===','){out.push(cell);cell=''}else cell+=c;
    }
    out.push(cell);
    return out;
    }
    function unpacked(uri){
    var data=uri.slice(uri.indexOf(',')+1);
    if(uri.indexOf('data:application/gzip')!==0)return Promise.resolve(decodeURIComponent(data));
    var bytes=Uint8Array.from(atob(data),function(c){return c.charCodeAt(0)});
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    }
    all('.numbers').forEach(function(box){
    box.addEventListener('toggle',function(){
    var rest=box.querySelector('.rest'),body=box.querySelector('tbody'),link=box.querySelector('.csv'),kinds=all('th',box).map(function(h){return h.className});
    if(!box.open||!rest||!window.DecompressionStream)return;
    unpacked(link.href).then(function(text){
    var rows=d.createDocumentFragment();
    text.trim().split(/\\r?\\n/).slice(1+body.rows.length).forEach(function(line){
    var row=make('tr');
    cells(line).forEach(function(text,i){row.appendChild(make('td',text.replace(/^-(?=[\\d.])/,'\\u2212'),kinds[i]?{'class':kinds[i]}:{}))});
    rows.appendChild(row);
    });
    body.appendChild(rows);
    rest.remove();
    link.href=URL.createObjectURL(new Blob([text],{type:'text/csv'}));
    link.download=link.download.replace(/\\.gz$/,'');
    });
    });
    });
    """

  /// What is wider than the page can be scrolled with the keyboard; a link to something folded unfolds it.
  private static let scrolling = """
    function reach(){
    all('.formula,.scroll,.data,pre,.pan').forEach(function(box){
    if(box.scrollWidth>box.clientWidth||box.scrollHeight>box.clientHeight)box.setAttribute('tabindex','0');else box.removeAttribute('tabindex');
    });
    }
    if(d.fonts)d.fonts.ready.then(reach);else reach();
    addEventListener('resize',reach);
    d.addEventListener('toggle',reach,true);
    function unfold(){
    var target=location.hash.length>1&&d.getElementById(decodeURIComponent(location.hash.slice(1)));
    for(var e=target;e;e=e.parentElement)if(e.tagName==='DETAILS'&&e!==fold)e.open=true;
    }
    addEventListener('hashchange',unfold);
    unfold();
    """

  private static let closing = "})();"
}
