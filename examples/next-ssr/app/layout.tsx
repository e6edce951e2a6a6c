import '@percosec/widgets/styles.css';
import './global.css';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { publicUrls } from '../insurance/chain.ts';
import { Providers } from '../insurance/Providers.tsx';

export const metadata: Metadata = { title: 'Insured markets', icons: { icon: 'data:,' } };

/** At each request, and in one piece: a page without scripts has its badges, and building needs no chain. */
export const dynamic = 'force-dynamic';

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header>
          <Link href="/" prefetch={false}>
            Insured markets
          </Link>
        </header>
        <main>
          <Providers {...publicUrls()}>{children}</Providers>
        </main>
      </body>
    </html>
  );
}
