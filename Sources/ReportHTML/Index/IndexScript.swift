/// The box that narrows the list of reports to those with all of the words typed; made by the script, as it is of no use without.
enum IndexScript {
  static let source = """
    (function(){
    'use strict';
    var d=document,list=d.querySelector('.cards'),cards=list?Array.prototype.slice.call(list.children):[];
    if(cards.length<2)return;
    var form=d.createElement('form'),label=d.createElement('label'),input=d.createElement('input'),count=d.createElement('span');
    form.className='find';
    form.setAttribute('role','search');
    label.htmlFor=input.id='rp-find';
    label.textContent='Find';
    input.type='search';
    input.placeholder='title, author, verdict, scale';
    input.autocomplete='off';
    count.setAttribute('role','status');
    [label,input,count].forEach(function(e){form.appendChild(e)});
    list.parentNode.insertBefore(form,list);
    function plain(text){return text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g,'')}
    var texts=cards.map(function(card){return plain(card.textContent)});
    function narrow(){
    var words=plain(input.value).split(/\\s+/).filter(Boolean),shown=0;
    cards.forEach(function(card,i){card.hidden=!words.every(function(word){return texts[i].indexOf(word)>=0});if(!card.hidden)shown++});
    count.textContent=words.length?shown+' of '+cards.length:'';
    }
    input.addEventListener('input',narrow);
    form.addEventListener('submit',function(e){e.preventDefault()});
    narrow();
    })();
    """
}
