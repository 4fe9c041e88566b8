import { articleRoute } from '../../article-route.tsx';

const { generateMetadata, Page } = articleRoute();

export { generateMetadata };
export default Page;
