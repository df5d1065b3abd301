using System.Net;
using Portal.Testing.Hosting;

namespace Portal.Tests.Hosting;

public abstract class StartTests(PortalFixture fixture)
{
    [Fact]
    public async Task The_root_leads_to_the_staff_pages()
    {
        using var answer = await fixture.Portal.Http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/admin", answer.Headers.Location?.ToString());
    }
}

public sealed class StartOnSqliteTests(PortalOnSqlite portal) : StartTests(portal), IClassFixture<PortalOnSqlite>;

public sealed class StartOnPostgresTests(PortalOnPostgres portal) : StartTests(portal), IClassFixture<PortalOnPostgres>;
