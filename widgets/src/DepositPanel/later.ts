// What the panel loads only when it is wanted, a function each: who waits for one asks for the same one again.
export const loadDepositReview = () => import('./DepositReview.tsx');
export const loadTransactionStatus = () => import('./TransactionStatus.tsx');
export const loadFacts = () => import('./FactList.tsx');
