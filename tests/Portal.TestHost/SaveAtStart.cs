using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Data;
using Portal.Passes;

namespace Portal.TestHost;

/// <summary>Voids the pass that <c>PORTAL_TEST_VOID</c> names by its id once the portal runs: a save for a kill point to hit.</summary>
internal sealed class SaveAtStart(IDbContextFactory<PortalDbContext> contexts, PassChanges changes, long passId) : BackgroundService
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable("PORTAL_TEST_VOID"), CultureInfo.InvariantCulture, out var passId))
            return;
        builder.Services.AddHostedService(services => new SaveAtStart(
            services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), services.GetRequiredService<PassChanges>(), passId));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var db = await contexts.CreateDbContextAsync(stoppingToken);
        var pass = await db.Passes.AsNoTracking().SingleAsync(row => row.Id == passId, stoppingToken);
        var edit = new PassEdit { ChangeId = Guid.CreateVersion7(), PassId = passId, ExpectedRevision = pass.Revision, Voided = true };
        await changes.SaveAsync(edit, new Author("Test"), stoppingToken);
    }
}
