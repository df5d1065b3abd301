using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Passbook.Generator;

namespace Portal.Tests.Simulator;

/// <summary>The smallest web service a phone can talk to, with faults on demand. It shares nothing with the portal.</summary>
internal sealed class FakePortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly PassSigner _signer;
    private int _tag;

    private FakePortal(WebApplication app, PassSigner signer)
    {
        _app = app;
        _signer = signer;
        app.MapPost("/v1/devices/{device}/registrations/{type}/{serial}", RegisterAsync);
        app.MapDelete("/v1/devices/{device}/registrations/{type}/{serial}", (HttpRequest request, string device, string serial)
            => Allowed(request, serial) && Registrations.TryRemove((device, serial), out _) ? 200 : 401).AddEndpointFilter(Status);
        app.MapGet("/v1/devices/{device}/registrations/{type}", ListAsync);
        app.MapGet("/v1/passes/{type}/{serial}", GetPassAsync);
        app.MapGet("/p/{serial}", (HttpResponse response, string serial) => SendAsync(response, Passes[serial]));
        app.MapPost("/v1/log", LogAsync);
    }

    public ConcurrentDictionary<string, (Pass Pass, int Tag, DateTimeOffset Date)> Passes { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<(string Device, string Serial), string> Registrations { get; } = new();

    public ConcurrentQueue<string> Logs { get; } = new();

    /// <summary>Every request as 'GET /path?query', in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>All requests in one line.</summary>
    public string Walk => string.Join(" then ", Requests);

    public ConcurrentQueue<string> UserAgents { get; } = new();

    /// <summary>Answers everything when set; null lets the request through.</summary>
    public Func<HttpContext, Task<IResult?>> Instead { get; set; } = _ => Task.FromResult<IResult?>(null);

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakePortal> StartAsync(PassSigner signer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        FakePortal? portal = null;
        app.Use(async (context, next) =>
        {
            portal?.Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            portal?.UserAgents.Enqueue(context.Request.Headers.UserAgent.ToString());
            if (portal is not null && await portal.Instead(context) is { } result) await result.ExecuteAsync(context);
            else await next(context);
        });
        app.UseRouting();
        portal = new FakePortal(app, signer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return portal;
    }

    /// <summary>Puts a pass there, or a new version of it, a minute younger than the one before.</summary>
    public Pass Put(Pass pass)
    {
        var held = pass with { WebServiceUrl = Address };
        var tag = Interlocked.Increment(ref _tag);
        Passes[pass.SerialNumber] = (held, tag, DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(tag));
        return held;
    }

    /// <summary>The same pass under a new tag: a service that lists what did not change.</summary>
    public void Touch(string serial) => Passes[serial] = Passes[serial] with { Tag = Interlocked.Increment(ref _tag) };

    public async Task<byte[]> PackageAsync(string serial)
    {
        using var stream = new MemoryStream();
        await PassPackage.WriteAsync(stream, Passes[serial].Pass, PassAssets.Create([new("icon.png", TestPasses.Icon)]), _signer, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async ValueTask<object?> Status(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => Results.StatusCode(await next(context) is int status ? status : 500);

    private bool Allowed(HttpRequest request, string serial)
        => Passes.TryGetValue(serial, out var held) && request.Headers.Authorization == "ApplePass " + held.Pass.AuthenticationToken;

    private async Task<IResult> RegisterAsync(HttpRequest request, string device, string serial)
    {
        if (!Allowed(request, serial)) return Results.StatusCode(401);
        using var body = await JsonDocument.ParseAsync(request.Body);
        var isNew = !Registrations.ContainsKey((device, serial));
        Registrations[(device, serial)] = body.RootElement.GetProperty("pushToken").GetString() ?? "";
        return Results.StatusCode(isNew ? 201 : 200);
    }

    private IResult ListAsync(HttpRequest request, string device)
    {
        var since = int.TryParse(request.Query["passesUpdatedSince"], CultureInfo.InvariantCulture, out var tag) ? tag : 0;
        var serials = Registrations.Keys.Where(key => key.Device == device && Passes[key.Serial].Tag > since).Select(key => key.Serial).ToList();
        var newest = Passes.Values.Max(held => held.Tag).ToString(CultureInfo.InvariantCulture);
        return serials.Count == 0 ? Results.NoContent() : Results.Text($$"""{"lastUpdated":"{{newest}}","serialNumbers":["{{string.Join("\",\"", serials)}}"]}""");
    }

    private async Task GetPassAsync(HttpRequest request, HttpResponse response, string serial)
    {
        if (!Allowed(request, serial)) response.StatusCode = 401;
        else if (request.Headers.IfModifiedSince == Passes[serial].Date.ToString("R")) response.StatusCode = 304;
        else await SendAsync(response, Passes[serial]);
    }

    private async Task SendAsync(HttpResponse response, (Pass Pass, int Tag, DateTimeOffset Date) held)
    {
        response.ContentType = PassPackage.MediaType;
        response.Headers.LastModified = held.Date.ToString("R");
        await response.Body.WriteAsync(await PackageAsync(held.Pass.SerialNumber));
    }

    private async Task LogAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        foreach (var line in body.RootElement.GetProperty("logs").EnumerateArray()) Logs.Enqueue(line.GetString() ?? "");
    }
}
