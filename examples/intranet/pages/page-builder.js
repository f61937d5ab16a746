// Writes the snippet of page-builder.html and shows it.
(() => {
  const form = document.getElementById('form');
  const preview = document.getElementById('preview');
  const fromFolder = location.protocol === 'file:';
  /** Hashes of the files by name; empty where they cannot be read. */
  let hashes = {};

  /** What stands inside a tag, for browsers that are too old. */
  const fallbacks = {
    today: 'Ask staff what is planned today.',
    help: 'Go to a member of staff.',
    'coping-card': 'Ask staff for this card on paper.',
    'coping-deck': 'Ask staff for the cards on paper.',
    'meeting-agenda': 'Ask staff for the plan of the next meeting.',
    'responsibility-ladder': 'Talk with staff about what you look after.',
    'peer-feedback': 'Say it in person, or at the next meeting.',
  };

  const text = (name) => form.elements[name].value.trim();
  const isOn = (name) => form.elements[name].checked;
  const all = (selector, part = document) => [...part.querySelectorAll(selector)];
  const widgets = () => all('[name=widget]:checked', form).map(({ value }) => value);
  const keep = () => all('[name=keep]:checked', form)[0].value;

  function help() {
    const people = all('.contact', form).map((row) => {
      const [name, phone, note] = all('input', row).map(({ value }) => value.trim());
      return { name, ...(phone && { phone }), ...(note && { note }) };
    });
    const named = people.filter(({ name }) => name);
    const where = text('where');
    return where || named.length ? { ...(where && { where }), ...(named.length && { people: named }) } : undefined;
  }

  const community = () => ({
    community: text('community'),
    ...(text('as') !== 'resident' && { as: text('as') }),
    ...(keep() === 'person' && { person: text('person') }),
    keep: keep(),
  });

  const settings = (widget) => ({
    ...(widget === 'coping-card' && { card: text('card') }),
    ...(widget !== 'help' && text(`heading-${widget}`) && { heading: text(`heading-${widget}`) }),
  });

  const colours = () => ({
    ...(isOn('own-accent') && { '--milieu-accent': text('accent') }),
    ...(isOn('own-paper') && { '--milieu-surface': text('surface'), '--milieu-ink': text('ink') }),
  });

  const escape = (value) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/</g, '&lt;');
  const attributes = (values, prefix = '') =>
    Object.entries(values)
      .map(([name, value]) => ` ${prefix}${name}="${escape(value)}"`)
      .join('');
  // A name with "</script>" in it would end the script.
  const json = (value) => JSON.stringify(value).replace(/</g, '\\u003c');

  function head() {
    const chosen = widgets();
    const file = `${chosen.length === 1 ? chosen[0] : 'milieu-elements'}.classic.js`;
    const folder = text('folder').replace(/\/*$/, text('folder') ? '/' : '');
    const hash = isOn('integrity') && hashes[file];
    const rules = Object.entries(colours()).map(([name, value]) => `${name}: ${value};`);
    return [
      `<script src="${escape(folder + file)}"${hash ? ` integrity="${hash}"` : ''}></script>`,
      ...(rules.length ? [`<style>`, `  milieu-community { ${rules.join(' ')} }`, `</style>`] : []),
    ];
  }

  function asTags() {
    const contacts = help();
    return [
      ...head(),
      `<milieu-community${attributes(community())}>`,
      ...(contacts ? [`  <script type="application/json" slot="help">`, `    ${json(contacts)}`, `  </script>`] : []),
      ...widgets().map((name) => `  <milieu-${name}${attributes(settings(name))}>${fallbacks[name]}</milieu-${name}>`),
      `</milieu-community>`,
    ].join('\n');
  }

  function asDivs() {
    const contacts = help();
    const own = { ...community(), ...(contacts && { help: JSON.stringify(contacts) }) };
    return [
      ...head(),
      `<div data-milieu="community"${attributes(own, 'data-')}>`,
      ...widgets().map((name) => `  <div data-milieu="${name}"${attributes(settings(name), 'data-')}>${fallbacks[name]}</div>`),
      `</div>`,
    ].join('\n');
  }

  /** What is not ready to be copied, in a sentence for the author; empty if nothing is missing. */
  function missing() {
    if (!widgets().length) return 'Choose a widget.';
    if (!text('community')) return 'Give your community a name.';
    if (keep() === 'person' && !text('person')) return 'Write the id of the person, or choose another place to save.';
    const nameless = all('.contact', form).some((row) => all('input', row).some(({ value }) => value.trim()) && !all('input', row)[0].value.trim());
    return nameless ? 'Each person to call needs a name.' : '';
  }

  function showPreview() {
    const around = document.createElement('milieu-community');
    for (const [name, value] of Object.entries({ ...community(), keep: 'page' })) if (value) around.setAttribute(name, value);
    if (help()) around.help = help();
    for (const name of widgets()) {
      const tag = document.createElement(`milieu-${name}`);
      for (const [attribute, value] of Object.entries(settings(name))) tag.setAttribute(attribute, value);
      tag.textContent = fallbacks[name];
      around.append(tag);
    }
    around.className = 'stack';
    for (const name of ['--milieu-accent', '--milieu-surface', '--milieu-ink']) preview.style.setProperty(name, colours()[name] || '');
    preview.replaceChildren(widgets().length ? around : 'Choose a widget.');
  }

  function fill(id, code) {
    const area = document.getElementById(id);
    area.value = code;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  }

  function write() {
    for (const inner of all('[data-of]')) inner.hidden = !widgets().includes(inner.dataset.of);
    for (const inner of all('[data-with]')) inner.hidden = !isOn(inner.dataset.with);
    for (const inner of all('[data-keep]')) inner.hidden = keep() !== inner.dataset.keep;
    const lack = missing();
    for (const line of all('.missing')) {
      line.textContent = lack;
      line.hidden = !lack;
    }
    for (const button of all('[data-copy]')) button.disabled = Boolean(lack);
    fill('as-tags', lack ? '' : asTags());
    fill('as-divs', lack ? '' : asDivs());
    for (const status of all('[data-copy] + [role=status]')) status.textContent = '';
  }

  let waiting;
  function changed() {
    write();
    // Not at every letter: a preview starts from the beginning.
    clearTimeout(waiting);
    waiting = setTimeout(showPreview, 300);
  }

  function copy({ currentTarget: button }) {
    document.getElementById(button.dataset.copy).select();
    // Works on http and from a folder, where the newer way does not exist.
    button.nextElementSibling.textContent = document.execCommand('copy') ? 'Copied.' : 'Press Ctrl and C to copy.';
  }

  document.getElementById('more').addEventListener('click', ({ currentTarget: button }) => {
    const row = all('.contact', form)[0].cloneNode(true);
    for (const input of all('input', row)) input.value = '';
    button.parentElement.before(row);
    row.querySelector('input').focus();
  });
  for (const button of all('[data-copy]')) button.addEventListener('click', copy);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', changed);

  if (fromFolder) form.elements.integrity.checked = false;
  else form.elements.folder.value = new URL('.', location.href).pathname;
  write();
  showPreview();
  if (!fromFolder) {
    fetch('integrity.json')
      .then((answer) => answer.json())
      .then((found) => {
        hashes = found;
        document.getElementById('with-integrity').hidden = false;
        write();
      })
      .catch(() => undefined);
  }
})();
