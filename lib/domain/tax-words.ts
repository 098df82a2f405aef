/** What is said beside a total that carries none of our tax: whoever receives it abroad may still be asked for some. */
export const untaxedWords =
  "Without our sales tax. Your country may charge its own, and a duty, when the parcel arrives.";
