/** What a host's page shows: a community with one widget in it. */
export interface View {
  readonly community: Readonly<Record<string, unknown>>;
  readonly listeners: Readonly<Record<string, (event: Event) => void>>;
  readonly tag: string;
  readonly widget: Readonly<Record<string, unknown>>;
  /** Text that stands inside the widget, for browsers that do not know it. */
  readonly fallback: string;
}

/** A framework, as far as the rows need it. All views of one `mount` are the same component. */
export interface Host {
  mount(root: HTMLElement, view: View): Mounted | Promise<Mounted>;
}

export interface Mounted {
  /** Resolves when the framework has updated the page. */
  update(view: View): void | Promise<void>;
  unmount(): void | Promise<void>;
}
