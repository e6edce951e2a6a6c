export const lossSimulatorMessages = {} as const;
