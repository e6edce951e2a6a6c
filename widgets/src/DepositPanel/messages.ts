export const depositPanelMessages = {} as const;
