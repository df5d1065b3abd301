using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Hosting;

namespace Portal.Demo;

/// <summary>What the demo prints at start: two passes to look at, and what this is.</summary>
public sealed class DemoLines(IDbContextFactory<PortalDbContext> contexts, PublicAddress address) : IStartLines
{
    private const int SampleCount = 2;

    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var codes = await db.Passes.Where(pass => pass.PassType!.Identifier == DemoWorkspace.PassTypeIdentifier && pass.DeletedAt == null)
            .OrderBy(pass => pass.Id).Select(pass => pass.DownloadCode).Take(SampleCount).ToListAsync(cancellationToken);
        return
        [
            .. codes.Select(code => $"Sample pass: {address.Of($"/p/{code}.pkpass")}"),
            "This is the demo workspace with simulated phones. Set Demo:Enabled to false to leave it out.",
        ];
    }
}
