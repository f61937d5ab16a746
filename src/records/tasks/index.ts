/**
 * Long tasks: they report progress, yield to the page, and can be cancelled until their last step.
 *
 * Imports: base.
 * Rule: Nothing runs for more than 12 ms without yielding to the page.
 */
export {};
