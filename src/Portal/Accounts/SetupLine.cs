using Portal.Hosting;

namespace Portal.Accounts;

/// <summary>Prints a fresh set-up link at each start, as long as nobody has an account.</summary>
public sealed class SetupLine(SetupLinks links) : IStartLines
{
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) =>
        await links.IssueAsync(cancellationToken) is { } link ? [$"Make the owner account (works once, for 24 hours): {link}"] : [];
}
