const people = await (await fetch('sign-ins')).json();
document.querySelector('#person').append(...people.map(({ id, name, as }) => new Option(`${name}, ${as.replace('-', ' ')}`, id)));
