using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Portal.Benchmarks.Processes;

namespace Portal.Benchmarks.Listing;

/// <summary>
/// The limit of every HTTP answer: Kestrel with nothing behind it, or with PostgreSQL asked for nothing, giving the portal's
/// answer byte for byte.
/// </summary>
internal static class EmptyServer
{
    // Kestrel writes these itself.
    private static readonly HashSet<string> Own = new(["Date", "Server", "Content-Length", "Connection"], StringComparer.OrdinalIgnoreCase);

    /// <param name="args">A file with the whole answer, and the connection string of a database to run <c>select 1</c> on before each.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var answer = await File.ReadAllTextAsync(args[0], Encoding.Latin1);
        var parts = answer.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n")[1..].Select(line => line.Split(": ", 2)).ToArray();
        var headers = lines.Where(line => !Own.Contains(line[0])).Select(line => (Name: line[0], Value: line[1])).ToArray();
        var status = int.Parse(parts[0].AsSpan(9, 3), CultureInfo.InvariantCulture);
        var body = Encoding.Latin1.GetBytes(parts[1]);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = lines.Any(line => line[0].Equals("Server", StringComparison.OrdinalIgnoreCase));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        await using var database = args.Length > 1
            ? new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(args[1]) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 }.ToString()).Build()
            : null;
        app.Run(async context =>
        {
            if (database is not null)
            {
                await using var command = database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(context.RequestAborted);
            }

            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            context.Response.StatusCode = status;
            if (status is StatusCodes.Status304NotModified)
                return;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();
        await Child.ServeAsync(app.Urls.Single());
        return 0;
    }
}
