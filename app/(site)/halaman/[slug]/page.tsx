import { articleRoute } from '../../article-route.tsx';

const { generateMetadata, page } = articleRoute();

export { generateMetadata };
export default page;
