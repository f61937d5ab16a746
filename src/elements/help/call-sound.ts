import type { Community } from '../community/community.js';

/** s: the sound starts again after this time. */
export const soundEvery = 8;

/** Plays a soft double tone every 8 s until the returned function is called. It needs no file and no timer, so it goes on in a hidden page. */
export function playTone(context: BaseAudioContext): () => void {
  const tone = new OscillatorNode(context, { frequency: 587 });
  const loudness = new GainNode(context, { gain: 0 });
  const level = new AudioBufferSourceNode(context, { buffer: pulses(), loop: true });
  level.connect(loudness.gain);
  tone.connect(loudness).connect(context.destination);
  tone.start();
  level.start();
  return () => {
    tone.stop();
    level.stop();
    loudness.disconnect();
  };
}

/** The loudness over 8 s, from 0 to 1: two pulses that swell and fade, then silence. */
function pulses(): AudioBuffer {
  const rate = 8000; // the lowest that every browser has
  const buffer = new AudioBuffer({ length: rate * soundEvery, sampleRate: rate });
  const level = buffer.getChannelData(0);
  const long = 0.5 * rate;
  for (const start of [0, 0.6 * rate]) for (let at = 0; at < long; at++) level[start + at] = 0.35 * Math.sin((Math.PI * at) / long) ** 2;
  return buffer;
}

const sounds = new WeakMap<Community, CallSound>();

/** The one sound of a community on this page. */
export function soundOf(community: Community): CallSound {
  const sound = sounds.get(community) ?? new CallSound();
  sounds.set(community, sound);
  return sound;
}

/**
 * The sound while calls are unseen. A browser allows it only after a press, so it is off until somebody turns it on; it is off again after a
 * reload, and if the browser stops it.
 */
export class CallSound {
  #context: AudioContext | undefined;
  #stop: (() => void) | undefined;
  /** The views that show an unseen call. */
  readonly #calling = new Set<object>();
  readonly #watchers = new Set<() => void>();

  get isOn(): boolean {
    return this.#context?.state === 'running';
  }

  /** Whether it plays now. */
  get plays(): boolean {
    return this.#stop !== undefined && this.isOn;
  }

  /** Call it in the handler of a press. */
  async turnOn(): Promise<void> {
    this.#context ??= new AudioContext();
    this.#context.onstatechange = (): void => this.#changed();
    await this.#context.resume();
    this.#changed();
  }

  async turnOff(): Promise<void> {
    const context = this.#context;
    this.#context = undefined;
    this.#changed();
    await context?.close();
  }

  /** A view says whether it shows calls that nobody has seen. */
  call(view: object, isCalling: boolean): void {
    if (isCalling === this.#calling.has(view)) return;
    if (isCalling) this.#calling.add(view);
    else this.#calling.delete(view);
    this.#play();
  }

  /** Calls `run` when the sound goes on or off. Returns a function that stops it. */
  watch(run: () => void): () => void {
    this.#watchers.add(run);
    return () => this.#watchers.delete(run);
  }

  #changed(): void {
    this.#play();
    for (const run of [...this.#watchers]) run();
  }

  #play(): void {
    const plays = this.isOn && this.#calling.size > 0;
    if (plays && this.#context) this.#stop ??= playTone(this.#context);
    if (plays) return;
    this.#stop?.();
    this.#stop = undefined;
  }
}
