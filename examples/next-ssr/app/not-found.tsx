import Link from 'next/link';

export default function NotFound() {
  return (
    <>
      <h1>There is no such market</h1>
      <p>
        A market is named by its address on Solana. <Link href="/">All markets</Link>
      </p>
    </>
  );
}
