// Says that the chain has gone silent while the page was open. What was read stays.
import { useQuery } from '@tanstack/react-query';
import { control, RPC_URL } from '../cluster.ts';
import { useWords } from '../words/useWords.ts';
import { words } from './words.ts';

export function OfflineBanner() {
  const { offline } = useWords(words);
  const { isError } = useQuery({
    queryKey: ['health', RPC_URL],
    queryFn: () => control<unknown>('getSlot'),
    refetchInterval: 5_000,
  });
  return (
    <div role="status" className="offline">
      {isError && <p>{offline}</p>}
    </div>
  );
}
