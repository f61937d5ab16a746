/**
 * Default content: coping cards, circles and duties, agendas. Data, and the checks for content of a host.
 *
 * Imports: the model.
 * Rule: No score, rank, sanction or made-up phone number; every clinical fact names its source.
 */
export {};
