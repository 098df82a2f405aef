/** For a line that has one, wherever it is shown before it is paid. */
export const proofWords = "You see a proof first, and we begin when you have approved it.";
