/** What the scenario could not do on this chain, and why: somebody wrote over what it is made of, or took it away. */
export class Failure extends Error {}
