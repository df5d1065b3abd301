using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Wallet.Simulator.Apns;

/// <summary>The Kestrel behind the simulated APNs: HTTP/2 only, the client certificate asked for in the handshake, nothing else in the host.</summary>
internal static class ApnsHost
{
    public delegate Task OnConnection(ConnectionContext connection, X509Certificate2? certificate, Func<Task> next);

    public static WebApplication Build(SimulatedApnsOptions options, X509Certificate2 server, RequestDelegate handle, OnConnection connected)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Frames of abandoned streams are left out, so no frame may change the header table of those behind it.
            kestrel.AllowResponseHeaderCompression = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = options.MaxConcurrentStreams;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => Configure(listen, server, connected));
        });
        var app = builder.Build();
        app.Run(handle);
        return app;
    }

    private static void Configure(ListenOptions listen, X509Certificate2 server, OnConnection connected)
    {
        listen.Protocols = HttpProtocols.Http2;
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = server,
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            // Apple lets everybody through the handshake and says what is wrong in the answer.
            ClientCertificateValidation = static (_, _, _) => true,
        });
        listen.Use(next => connection =>
            connected(connection, connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate, () => next(connection)));
    }

    /// <summary>The process's signals belong to whoever starts the simulator.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
