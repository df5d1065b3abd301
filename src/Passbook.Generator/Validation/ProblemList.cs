namespace Passbook.Generator;

/// <summary>Collects problems.</summary>
internal sealed class ProblemList
{
    private List<PassProblem>? _problems;

    public IReadOnlyList<PassProblem> All => _problems ?? (IReadOnlyList<PassProblem>)[];

    public bool HasError => _problems?.Exists(problem => problem.Severity is ProblemSeverity.Error) is true;

    public void Error(string path, string code, string message) => Add(new PassProblem(path, code, ProblemSeverity.Error, message));

    public void Warning(string path, string code, string message) => Add(new PassProblem(path, code, ProblemSeverity.Warning, message));

    public void AddRange(IReadOnlyList<PassProblem> problems)
    {
        for (var index = 0; index < problems.Count; index++)
            Add(problems[index]);
    }

    private void Add(PassProblem problem) => (_problems ??= []).Add(problem);
}
