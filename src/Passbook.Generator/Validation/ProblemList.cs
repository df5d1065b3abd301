namespace Passbook.Generator;

/// <summary>Collects problems.</summary>
internal sealed class ProblemList
{
    private readonly List<PassProblem> _problems = [];

    public IReadOnlyList<PassProblem> All => _problems;

    public void Error(string path, string code, string message) => _problems.Add(new PassProblem(path, code, ProblemSeverity.Error, message));

    public void Warning(string path, string code, string message) => _problems.Add(new PassProblem(path, code, ProblemSeverity.Warning, message));
}
