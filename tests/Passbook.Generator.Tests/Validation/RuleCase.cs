using System.Text;
using Microsoft.Extensions.Time.Testing;
using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Validation;

/// <summary>A rule: what breaks it and nothing else, and what only just keeps it.</summary>
/// <param name="Code">The code that is told.</param>
/// <param name="Path">The place that is told.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Broken">Something that has this problem only.</param>
/// <param name="Kept">Something that is as near to it as can be, and has no problem.</param>
public sealed record RuleCase(string Code, string Path, ProblemSeverity Severity, Subject Broken, Subject Kept)
{
    public static RuleCase Error(string code, string path, Subject broken, Subject kept) => new(code, path, ProblemSeverity.Error, broken, kept);

    public static RuleCase Warning(string code, string path, Subject broken, Subject kept) => new(code, path, ProblemSeverity.Warning, broken, kept);

    public override string ToString() => $"{Code} at {Path}";
}

/// <summary>What is validated.</summary>
public sealed record Subject
{
    /// <summary>When the rules about passes are tried.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private Subject()
    {
    }

    private Pass? Pass { get; init; }

    private PassAssets? Assets { get; init; }

    private string? Json { get; init; }

    private PassSigner? Signer { get; init; }

    private DateTimeOffset? Clock { get; init; } = Now;

    /// <summary>A pass alone.</summary>
    public static implicit operator Subject(Pass pass) => new() { Pass = pass };

    /// <summary>The text of a pass.json.</summary>
    public static Subject OfJson(string json) => new() { Json = json };

    /// <summary>A pass with files.</summary>
    public static Subject With(Pass pass, params IEnumerable<PassAsset> files) => new() { Pass = pass, Assets = PassAssets.Create(files) };

    /// <summary>A pass with a signer: that of the tests, whose certificates are good now, unless another is given.</summary>
    public static Subject Signed(Pass pass, DateTimeOffset? clock = null, PassSigner? signer = null) =>
        new() { Pass = pass, Signer = signer ?? Development.Signer, Clock = clock };

    public IReadOnlyList<PassProblem> Validate()
    {
        var clock = Clock is { } moment ? new FakeTimeProvider(moment) : TimeProvider.System;
        return Json is not null
            ? PassValidator.ValidateJson(Encoding.UTF8.GetBytes(Json), Assets, Signer, clock)
            : PassValidator.Validate(Pass ?? throw new InvalidOperationException("There is nothing to validate."), Assets, Signer, clock);
    }
}
