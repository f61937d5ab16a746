// What check.html finds out. In plain, old JavaScript, so that it also runs in browsers that are too old for the widgets.
(() => {
  const marks = { good: 'Good', remark: 'Note', problem: 'Problem' };
  const found = [];
  const at = (id) => document.getElementById(id);
  const day = (date) => date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });
  const time = (date) => date.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' });
  const good = (what, todo) => ({ mark: 'good', what, todo });
  const note = (what, todo) => ({ mark: 'remark', what, todo });
  const problem = (what, todo) => ({ mark: 'problem', what, todo });

  const fromFolder = location.protocol === 'file:';
  const plainHttp = location.protocol === 'http:' && !window.isSecureContext;

  function browser() {
    const has = (owner, name) => typeof window[owner] === 'function' && name in window[owner].prototype;
    const css = window.CSS && window.CSS.supports && window.CSS.supports('selector(:state(a)) and (color: light-dark(red, red))');
    if (css && has('ElementInternals', 'states') && has('CSSStyleSheet', 'replaceSync')) return good('The browser is new enough.');
    return problem(
      'The browser is too old for the widgets.',
      'Update it. You need Chrome or Edge 125, Firefox 126, or Safari 17.5. Until then people see the words that you wrote inside the tags.',
    );
  }

  function files() {
    if (window.customElements && customElements.get('milieu-coping-card')) return good('The file with the widgets is there, and it runs.');
    if (browser().mark === 'problem') return note('The widgets were not started, because the browser is too old.');
    return problem(
      'The file with the widgets did not run.',
      'Is milieu-elements.classic.js in the same folder as this page? Was it copied as a whole? Does your server, or a filter, block scripts?',
    );
  }

  function connection() {
    if (fromFolder) {
      return note(
        'This page was opened from a folder, not from a server.',
        'That works for one computer. In Firefox each page has a place of its own: put all widgets on one page, and do not move or rename it.',
      );
    }
    if (window.isSecureContext) return good('The connection is secure.');
    return note(
      'The connection is not secure (http). The widgets work, and they say so.',
      'Others on this network could read the page, or change it on its way. Ask your IT for an https address. The new address starts empty, so make copies before you move.',
    );
  }

  /** Whether the file that only plain http needs can be loaded as a script. */
  function ciphers() {
    if (!plainHttp) return undefined;
    const missing = problem(
      'http-ciphers.min.js is missing, so the widgets cannot save here.',
      'Put it into the same folder as the other files. On an http address nothing can be locked up without it.',
    );
    const wrongType = problem(
      'http-ciphers.min.js is there, but your server does not call it a script.',
      'Set the type of files that end in .js to text/javascript on your server.',
    );
    return fetch('http-ciphers.min.js').then(
      (answer) => {
        if (!answer.ok) return missing;
        return /javascript/.test(answer.headers.get('content-type') || '') ? good('The extra file for http is there.') : wrongType;
      },
      () => missing,
    );
  }

  /** Whether a window is of the same origin as this page. */
  function isReadable(other) {
    try {
      return Boolean(other.location.href);
    } catch (error) {
      return !error;
    }
  }

  function frame() {
    if (window.self === window.top) return undefined;
    if (isReadable(window.top)) return note('This page is inside a frame of another page of yours.', 'That works.');
    return problem(
      'This page is inside a frame of another site.',
      'There the browser keeps a place of its own for it, may block it, and may empty it. Put the widgets straight into a page of your own server.',
    );
  }

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = reject;
    });

  /** Since when this browser has kept the mark of this page. Makes the mark on the first visit. */
  function readMark() {
    return new Promise((resolve) => resolve(indexedDB.open('milieu-check', 1))).then((opening) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('marks');
      return done(opening).then((database) => {
        const marks = database.transaction('marks', 'readwrite').objectStore('marks');
        return done(marks.get('first')).then((before) => {
          const first = before || Date.now();
          return (before ? Promise.resolve() : done(marks.add(first, 'first'))).then(() => {
            database.close();
            return { first: new Date(first), isNew: !before };
          });
        });
      });
    });
  }

  function kept() {
    return readMark().then(
      ({ first, isNew }) => {
        const allowed = good('This browser allows this page to save.');
        const since = `${day(first)}, ${time(first)}`;
        if (isNew)
          return [
            allowed,
            note(
              `A mark was made now: ${since}.`,
              'Open this page again tomorrow, in this browser, at this address. It will say whether the mark was kept.',
            ),
          ];
        if (first > Date.now()) return [allowed, note(`The mark is from ${since}, which is still to come.`, 'Set the clock of this computer.')];
        if (day(first) !== day(new Date())) return [allowed, good(`Kept since ${since}.`)];
        return [allowed, note(`Kept since today, ${time(first)}.`, 'Look again tomorrow. Some computers are wiped at night.')];
      },
      () => [
        problem(
          'This browser does not allow this page to save.',
          'Allow site data (cookies) for this address in the settings of the browser. Until then all is gone when the page closes, and the widgets say so.',
        ),
      ],
    );
  }

  function room() {
    const unknown = note(
      'The browser does not say how much room there is.',
      'That is usual at an http address and from a folder. If the disk gets full, the widgets say “Not saved”.',
    );
    if (!navigator.storage || !navigator.storage.estimate) return unknown;
    return navigator.storage.estimate().then(
      ({ quota, usage }) => {
        const free = Math.floor((quota - usage) / 1e6);
        if (free < 50) return problem(`There is little room: about ${free} MB.`, 'Make room on the disk, or leave the private window.');
        return good(`There is room: about ${free > 2000 ? `${Math.floor(free / 1000)} GB` : `${free} MB`}.`);
      },
      () => unknown,
    );
  }

  /** What the widget at the end of this page says of its own store. */
  function store() {
    const community = at('try');
    if (!community || files().mark !== 'good') return undefined;
    const told = {
      open: good('The widgets say that they can save here.'),
      lost: note('The widgets say that what was saved here is gone.', 'Was the browser cleared? Load this page again.'),
      memory: problem('The widgets say that they can save only until the page closes.', 'See above: the browser does not allow this page to save.'),
      failed: problem('The widgets say that they cannot save here.', 'Read the last line of the widget below.'),
    };
    return new Promise((resolve) => {
      const end = () => {
        const { store: state, code } = community.status;
        if (!told[state]) return;
        community.removeEventListener('milieu-status', end);
        resolve(code && state === 'failed' ? problem(`${told.failed.what} The code is ${code}.`, told.failed.todo) : told[state]);
      };
      community.addEventListener('milieu-status', end);
      setTimeout(() => resolve(note('The widgets have not said yet whether they can save.', 'Load this page again.')), 20000);
      end();
    });
  }

  function show({ mark, what, todo }) {
    const item = document.createElement('li');
    item.className = mark;
    const word = document.createElement('span');
    word.className = 'mark';
    word.textContent = marks[mark];
    const texts = document.createElement('div');
    const said = document.createElement('strong');
    said.textContent = what;
    texts.appendChild(said);
    if (todo) texts.appendChild(document.createElement('p')).textContent = todo;
    item.appendChild(word);
    item.appendChild(texts);
    at('results').appendChild(item);
  }

  function sum() {
    const problems = found.filter(({ mark }) => mark === 'problem').length;
    if (problems)
      return problems === 1 ? 'There is one problem. It says what you can do.' : `There are ${problems} problems. Each says what you can do.`;
    return 'The widgets can save here.';
  }

  function copy() {
    const lines = found.map(({ mark, what, todo }) => `${marks[mark]}: ${what}${todo ? ` ${todo}` : ''}`);
    const area = document.createElement('textarea');
    area.value = [sum(), ...lines, navigator.userAgent, location.href].join('\n');
    document.body.appendChild(area);
    area.select();
    // Works on http and from a folder, where the newer way does not exist.
    at('copied').textContent = document.execCommand('copy') ? 'Copied.' : 'This browser does not allow it. Take a picture of the page.';
    area.remove();
    at('copy').focus();
  }

  at('sum').textContent = 'Looking. This takes a moment.';
  Promise.all([browser(), files(), connection(), ciphers(), frame(), kept(), room(), store()]).then((all) => {
    found.push(...[].concat(...all).filter(Boolean));
    found.forEach(show);
    at('sum').textContent = sum();
    at('copy').hidden = false;
    at('copy').addEventListener('click', copy);
  });
})();
