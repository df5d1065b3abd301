using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Portal.Benchmarks.Processes;

namespace Portal.Benchmarks.Listing;

/// <summary>The limit of every HTTP answer: Kestrel with nothing behind it, giving the portal's answer byte for byte.</summary>
internal static class EmptyServer
{
    // Kestrel writes these itself.
    private static readonly HashSet<string> Own = new(["Date", "Server", "Content-Length", "Connection"], StringComparer.OrdinalIgnoreCase);

    /// <param name="args">The whole answer in base64.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var answer = Encoding.Latin1.GetString(Convert.FromBase64String(args[0]));
        var parts = answer.Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n")[1..].Select(line => line.Split(": ", 2)).ToArray();
        var headers = lines.Where(line => !Own.Contains(line[0])).Select(line => (Name: line[0], Value: line[1])).ToArray();
        var body = Encoding.Latin1.GetBytes(parts[1]);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = lines.Any(line => line[0].Equals("Server", StringComparison.OrdinalIgnoreCase));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.StartAsync();
        await Child.ServeAsync(app.Urls.Single());
        return 0;
    }
}
