// Runs in every measured page before its own scripts. Calls `benchReady()` when the first control inside #subject that fits `bench.control`, a
// selector, is painted and takes the focus. Sums the layout shifts.

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.bench.shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });

function* deep(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

function takesFocus(element) {
  if (!element.matches(globalThis.bench.control) || element.disabled || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return false;
  const { width, height } = element.getBoundingClientRect();
  if (width < 2 || height < 2) return false;
  element.focus({ preventScroll: true });
  return element.getRootNode().activeElement === element;
}

function look() {
  const subject = document.getElementById('subject');
  const control = subject && deep(subject).find(takesFocus);
  if (!control) return void requestAnimationFrame(look);
  // A task that is queued in a frame runs after that frame is painted.
  requestAnimationFrame(() =>
    setTimeout(() => {
      globalThis.bench.ready = performance.now();
      globalThis.benchReady('');
    }),
  );
}
requestAnimationFrame(look);
