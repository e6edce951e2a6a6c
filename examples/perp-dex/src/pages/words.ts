import type { Words } from '../words/useWords.ts';

const en = {
  skip: 'Skip to content',
  main: 'Main',
  trade: 'Trade',
  earn: 'Earn',
  light: 'Light',
  dark: 'Dark',
  otherLanguage: 'العربية',
  loading: 'Reading the markets from the chain',
  insurance: 'Insurance',
  pool: (symbol: string) => `${symbol} insurance pool`,
  poolHow:
    'Your deposit pays for losses that liquidations leave in this market, and earns the premiums that the market pays for it.',
  madeUp: 'Meridian is a made-up exchange: an example of a page with PercoSec’s insurance inside.',

  noSuchPage: 'There is no such page',
  noSuchPageWhy: 'The address may be misspelt, or the page may have moved.',
  noSuchMarket: 'There is no such market',
  noSuchMarketWhy: (symbol: string) => `${symbol} is not listed here.`,
  listed: 'These are:',

  unreachable: 'The chain does not answer',
  unreachableWhy: (url: string) => `Nothing answers at ${url}: it is not running, or something on the way blocks it.`,
  unreachableLocal: 'Start it with npm start. This page comes back by itself once it answers.',
  unreachableRemote: 'Check your connection. This page comes back by itself once it answers.',
  retry: 'Try again',
  foreign: 'This cluster has no insurance',
  foreignWhy: (url: string) => `PercoSec’s programs are not deployed on the cluster at ${url}.`,
  foreignToDo: 'Start the page with npm start -- --rpc and the URL of a cluster that has them.',
  none: 'No markets found',
  noneWhy: 'No market here has an insurance pool yet, or this RPC does not list them.',
  noneToDo: 'If you know the address of an insured market, open it:',
  offline: 'The chain does not answer: what you see is as it was. The page goes on by itself once it answers.',
};

const ar: typeof en = {
  skip: 'انتقل إلى المحتوى',
  main: 'الرئيسية',
  trade: 'تداول',
  earn: 'اكسب',
  light: 'فاتح',
  dark: 'داكن',
  otherLanguage: 'English',
  loading: 'جارٍ قراءة الأسواق من سلسلة الكتل',
  insurance: 'التأمين',
  pool: (symbol) => `صندوق تأمين ${symbol}`,
  poolHow: 'تغطي وديعتك الخسائر التي تتركها التصفيات في هذا السوق، وتكسب الأقساط التي يدفعها السوق مقابل ذلك.',
  madeUp: 'ميريديان منصة خيالية: مثال على صفحة تضم تأمين PercoSec.',

  noSuchPage: 'لا توجد صفحة كهذه',
  noSuchPageWhy: 'قد يكون العنوان مكتوبًا بشكل خاطئ، أو نُقلت الصفحة.',
  noSuchMarket: 'لا يوجد سوق كهذا',
  noSuchMarketWhy: (symbol) => `السوق ${symbol} غير مدرج هنا.`,
  listed: 'الأسواق المدرجة:',

  unreachable: 'سلسلة الكتل لا تجيب',
  unreachableWhy: (url) => `لا شيء يجيب على ${url}: إما أنها لا تعمل، أو أن شيئًا في الطريق يحجبها.`,
  unreachableLocal: 'شغّلها بالأمر npm start. تعود هذه الصفحة من تلقاء نفسها حين تجيب.',
  unreachableRemote: 'تحقّق من اتصالك. تعود هذه الصفحة من تلقاء نفسها حين تجيب.',
  retry: 'إعادة المحاولة',
  foreign: 'لا تأمين على هذه الشبكة',
  foreignWhy: (url) => `برامج PercoSec غير منشورة على الشبكة ${url}.`,
  foreignToDo: 'شغّل الصفحة بالأمر npm start -- --rpc مع عنوان شبكة نُشرت عليها.',
  none: 'لم يُعثر على أسواق',
  noneWhy: 'ليس لأي سوق هنا صندوق تأمين بعد، أو أن هذه العقدة لا تسرد الأسواق.',
  noneToDo: 'إن كنت تعرف عنوان سوق مؤمَّن فافتحه:',
  offline: 'سلسلة الكتل لا تجيب: ما تراه هو آخر ما عُرف. تتابع الصفحة من تلقاء نفسها حين تجيب.',
};

export const words: Words<typeof en> = { en, ar };
