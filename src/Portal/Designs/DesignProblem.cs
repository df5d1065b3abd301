using Passbook.Generator;

namespace Portal.Designs;

/// <summary>Something that is wrong with a design, or may be.</summary>
/// <param name="Path">Where, as a JSON path into the document or the name of a file.</param>
/// <param name="Place">The same place in a person's words.</param>
/// <param name="Severity">An error keeps the design from being published.</param>
/// <param name="Message">A sentence.</param>
public sealed record DesignProblem(string Path, string Place, ProblemSeverity Severity, string Message)
{
    public bool IsError => Severity is ProblemSeverity.Error;
}
