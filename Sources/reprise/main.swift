import CommandLineTool
import Papers

RepriseTool.main(papers: allPapers)
