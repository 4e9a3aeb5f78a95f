/** Under which name the unsent line of a room is kept. */
export const draftPlace = (incidentRef: string) => `room ${incidentRef}`;
